package dev.slipway.server.mail;

import java.util.Objects;

/** Body of {@code PUT /api/account/notices}: where mail is wanted, and in which language. */
record NoticeRequest(String email, NoticeLanguage language) {
    NoticeRequest {
        Objects.requireNonNull(email, "an email is needed");
        Objects.requireNonNull(language, "a language is needed");
    }
}
