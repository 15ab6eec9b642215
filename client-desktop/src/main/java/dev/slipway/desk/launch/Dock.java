package dev.slipway.desk.launch;

import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.terms.KnownServers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import okhttp3.OkHttpClient;

/**
 * What launching works with, the same for every publication.
 *
 * @param locks the folder of the wallets' locks, the same for every process that pays from them
 */
public record Dock(
        OkHttpClient http,
        Journals journals,
        Path locks,
        KnownServers known,
        AvatarStore avatars,
        InstantSource clock,
        SecureRandom random) {

    /** The same but for the client of requests. */
    public Dock with(OkHttpClient other) {
        return new Dock(other, journals, locks, known, avatars, clock, random);
    }
}
