/** Whether this client can show a spreadsheet. */
export const OPENS_SHEETS: boolean = true;
