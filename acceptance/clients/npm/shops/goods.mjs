// What the contract's shops sell and say, as in Goods.java.
export const GUIDE = "Premium PDF Guide";
export const PRINT = "Signed Print";
export const DREAM = "Slow Dream";
export const CLUB = "Book Club";
export const MONTH = 2_592_000; // seconds
export const PRICE = 50;
export const SOLD_OUT = "Sold out. Sorry! Try the guide?";
export const THINKING = "One moment, please";
export const FILE_NAME = "guide.pdf";
export const FILE = Buffer.from("%PDF-1.7\n% how to be paid in Stars ⭐\n");
