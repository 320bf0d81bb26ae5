package dev.startill.acceptance;

/** In a file of SQLite. */
class CrashStoriesTest extends CrashStories {}
