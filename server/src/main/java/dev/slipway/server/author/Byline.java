package dev.slipway.server.author;

import dev.slipway.model.ethereum.Address;
import org.jspecify.annotations.Nullable;

/** What is told of its author beside a publication. */
public sealed interface Byline {

    /** The author wishes to stay unnamed: there is nothing in here that could be shown by mistake. */
    record Unnamed() implements Byline {}

    /**
     * An author who is known.
     *
     * @param name empty where the author tells none
     * @param url an http or https address, null where the author tells none
     * @param activityHobbies lines of text; empty where the author tells nothing
     * @param hasAvatar whether {@link Authors#avatar} has one
     */
    record Known(Address wallet, String name, @Nullable String url, String activityHobbies, boolean hasAvatar)
            implements Byline {}
}
