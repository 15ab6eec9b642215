package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.language.Language;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What a session works with.
 *
 * @param chain our own node of that network: what counts is what it says
 * @param language of the page
 * @param zone in which the page tells times
 * @param clock tells whether an offer is over
 * @param betweenLooks on the chain while a payment is unclear
 */
public record BrowserWalletSetting(
        WalletNetwork network,
        Chain chain,
        PaymentMemory memory,
        Language language,
        ZoneId zone,
        InstantSource clock,
        SecureRandom random,
        Duration betweenLooks) {}
