package dev.slipway.server.watch;

import org.jspecify.annotations.Nullable;

/**
 * An author as pages show them.
 *
 * @param name the short form of the wallet's address where none is told; a sentence where the author stays unnamed
 * @param wallet whole, and absent where the author stays unnamed; {@code shortWallet} is for beside a name
 * @param url of the web; {@code place} is how it is read
 * @param activityHobbies may be empty
 */
record AuthorLine(
        String name,
        @Nullable String wallet,
        @Nullable String shortWallet,
        @Nullable String url,
        @Nullable String place,
        String activityHobbies,
        @Nullable String avatarUrl) {

    static AuthorLine unnamed(Words words) {
        return new AuthorLine(words.text("author.unnamed"), null, null, null, null, "", null);
    }
}
