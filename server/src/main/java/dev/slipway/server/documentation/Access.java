package dev.slipway.server.documentation;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.server.identity.SignedIn;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Who may call an operation: the ways to say who one is, and the roles that a session needs. */
final class Access implements OperationCustomizer {
    /** As controllers name it in {@code @SecurityRequirement}. */
    static final String GRANT = "grant";

    static final String SESSION = "session";
    private static final String ROLES = "x-roles";

    static SecurityScheme grant() {
        return bearer("The grant that PUT /api/publications/{id}/signature answers with; good for that publication");
    }

    static SecurityScheme session() {
        return bearer("The access token that POST /api/auth/siwe and POST /api/auth/refresh answer with");
    }

    private static SecurityScheme bearer(String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean opensWithout = Arrays.stream(handler.getMethod()
                        .getAnnotationsByType(io.swagger.v3.oas.annotations.security.SecurityRequirement.class))
                .anyMatch(way -> way.name().isEmpty());
        if (opensWithout) {
            // Springdoc leaves out what has no name; in the document it means that nothing is needed, too.
            operation.getSecurity().addFirst(new SecurityRequirement());
        }
        SignedIn needed = handler.getMethodAnnotation(SignedIn.class);
        if (needed != null) {
            operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
            describeRoles(operation, Arrays.asList(needed.value()));
        }
        return operation;
    }

    private static void describeRoles(Operation operation, List<AccountRole> roles) {
        if (roles.isEmpty()) {
            return;
        }
        List<String> names = roles.stream().map(AccountRole::text).sorted().toList();
        operation.addExtension(ROLES, names);
        String sentence = "Needs the role "
                + names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" or ")) + ".";
        String before = operation.getDescription();
        operation.setDescription(before == null ? sentence : before + " " + sentence);
    }
}
