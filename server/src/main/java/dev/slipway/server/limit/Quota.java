package dev.slipway.server.limit;

import dev.slipway.server.configuration.LimitSettings;
import java.util.Locale;

/** What is counted together. */
enum Quota {
    SIGN_IN,
    WRITE,
    UPLOAD,
    READ,
    MEDIA,
    ACCOUNT;

    /** Of a request, by its method and its path as the server's own routing sees it. */
    static Quota of(String method, String path) {
        if (path.startsWith("/api/auth/")) {
            return SIGN_IN;
        }
        if (path.equals("/api/uploads") || path.startsWith("/api/uploads/")) {
            return UPLOAD;
        }
        if (path.startsWith("/media/") || path.startsWith("/assets/") || path.startsWith("/swagger-ui/")) {
            return MEDIA;
        }
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> READ;
            default -> WRITE;
        };
    }

    /** Requests a minute; 0 for any number. */
    int of(LimitSettings settings) {
        return switch (this) {
            case SIGN_IN -> settings.limitSignIn();
            case WRITE -> settings.limitWrite();
            case UPLOAD -> settings.limitUpload();
            case READ -> settings.limitRead();
            case MEDIA -> settings.limitMedia();
            case ACCOUNT -> settings.limitAccount();
        };
    }

    /** As the header tells it, such as {@code sign-in}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
