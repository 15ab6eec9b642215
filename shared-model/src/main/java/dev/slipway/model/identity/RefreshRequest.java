package dev.slipway.model.identity;

import java.util.Objects;

/** Body of {@code POST /api/auth/refresh}. */
public record RefreshRequest(String refreshToken) {
    public RefreshRequest {
        Objects.requireNonNull(refreshToken, "a refresh token is needed");
    }

    @Override
    public String toString() {
        return "RefreshRequest[withheld]";
    }
}
