package dev.slipway.desk.publish;

import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.terms.KnownServers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import okhttp3.OkHttpClient;

/**
 * What publishing works with, the same for every publication.
 *
 * @param publications the folder of the journals
 */
public record Workbench(
        VideoEngine engine,
        OkHttpClient http,
        Path publications,
        KnownServers known,
        InstantSource clock,
        SecureRandom random) {}
