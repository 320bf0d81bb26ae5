package dev.startill.spring;

import dev.startill.port.Notice;
import java.util.function.Consumer;

/** Whoever of the starter's parts hears what happens. */
interface NoticeListener extends Consumer<Notice> {}
