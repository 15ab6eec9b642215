package dev.slipway.server.documentation;

import dev.slipway.model.problem.Problem;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.identity.Caller;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What springdoc cannot read from the controllers: the title, who may do what, and that every failure is a problem. */
@Configuration(proxyBeanMethods = false)
class DocumentationConfiguration {
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";

    @Bean
    OpenAPI slipwayApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Slipway")
                        .version("1")
                        .description(
                                "Publish finished videos: offer, signature, payment, upload, page. The order of the"
                                        + " steps and the exact bytes that are signed are in docs/protocol.md."))
                .servers(List.of(new Server().url("/").description("This server")))
                .components(new Components()
                        .addSecuritySchemes(Access.GRANT, Access.grant())
                        .addSecuritySchemes(Access.SESSION, Access.session()));
    }

    @Bean
    OperationCustomizer whoMay() {
        // Made by the check of the session, and no parameter that anybody sends.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        return new Access();
    }

    @Bean
    OpenApiCustomizer problemsEverywhere() {
        Content content = new Content()
                .addMediaType(
                        PROBLEM_JSON, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
        return api -> {
            describeProblems(api.getComponents());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation
                            .getResponses()
                            .addApiResponse(
                                    "default",
                                    new ApiResponse()
                                            .description("What was wrong, what was expected, what to do (RFC 9457)")
                                            .content(content)));
        };
    }

    /** Here and not with the title: springdoc drops what no operation of its own finding refers to. */
    private static void describeProblems(Components components) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach((name, schema) -> {
            if (name.equals(PROBLEM)) {
                schema.addProperty("code", new Schema<>().$ref("#/components/schemas/ProblemCode"));
            }
            components.addSchemas(name, schema);
        });
        components.addSchemas("ProblemCode", codes());
    }

    private static Schema<String> codes() {
        StringSchema codes = new StringSchema();
        codes.description("Stable; clients match on it");
        codes.setEnum(Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList());
        return codes;
    }
}
