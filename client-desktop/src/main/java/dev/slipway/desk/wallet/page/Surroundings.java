package dev.slipway.desk.wallet.page;

import dev.slipway.desk.signer.SignerCommand;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a wallet finds around it.
 *
 * @param file where the sealed keystore is, or will be
 * @param random chooses which words are wanted back
 */
public record Surroundings(Path file, SignerCommand signer, InstantSource clock, RandomGenerator random) {}
