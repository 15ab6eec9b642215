package dev.slipway.server.identity;

import dev.slipway.model.identity.AccountRole;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for who is signed in. Asked before anything of the request is read, so that nobody else learns from a wrong
 * body or an unknown id; the method may take the {@link Caller}. The API's document tells it too.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {
    /** Any of which will do; none means that every account may. */
    AccountRole[] value() default {};
}
