package dev.slipway.desk.launch.underway;

import dev.slipway.desk.browserwallet.SystemBrowser;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How pages for wallets in the browser are opened.
 *
 * @param zone in which they tell times
 * @param betweenLooks on the chain while a payment is unclear
 */
public record Browsing(SystemBrowser browser, ZoneId zone, Duration betweenLooks) {}
