package dev.slipway.server.mail;

import java.util.Objects;

/** Body of {@code POST /api/account/notices/confirmation}: what the mail said. */
record NoticeCode(String code) {
    NoticeCode {
        Objects.requireNonNull(code, "a code is needed");
    }
}
