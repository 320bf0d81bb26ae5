/**
 * What the books tell their owner: a report by day and product ({@link
 * dev.startill.report.MoneyReport}), and rows for an accountant ({@link
 * dev.startill.report.Export}).
 */
@NullMarked
package dev.startill.report;

import org.jspecify.annotations.NullMarked;
