package dev.startill.acceptance;

/** In a file of SQLite. */
class SaleStoriesTest extends SaleStories {}
