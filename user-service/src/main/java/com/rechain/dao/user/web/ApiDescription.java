package com.rechain.dao.user.web;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.problem.ProblemType;
import com.rechain.dao.user.UserProblem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes the API's description with what all operations share: how a caller proves to be
 * somebody, and what a problem looks like. A response's description begins with the codes of the
 * problems that it stands for; each gets its example out of the catalogues.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Map<String, ProblemType> CATALOGUE = catalogue();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(PROBLEM, problem());
        api.getComponents().addSecurityScheme("accessToken", accessToken());
    }

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        List<ProblemType> problems = problemsIn(String.valueOf(response.getDescription()));
        if (!problems.isEmpty() && response.getContent() == null) {
            MediaType media = OASFactory.createMediaType();
            media.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM));
            problems.forEach(type -> media.addExample(type.code(), example(type)));
            response.setContent(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
        }
        return response;
    }

    private static List<ProblemType> problemsIn(String description) {
        String codes = description.split(":", 2)[0];
        return Arrays.stream(codes.split(","))
                .map(String::strip)
                .filter(CATALOGUE::containsKey)
                .map(CATALOGUE::get)
                .toList();
    }

    private static Example example(ProblemType type) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", "urn:rechain-dao:problem:" + type.code());
        value.put("title", type.title());
        value.put("status", type.status());
        value.put("detail", "Says what is wrong this time.");
        value.put("code", type.code());
        value.put("traceId", TRACE);
        return OASFactory.createExample().value(value);
    }

    private static Schema problem() {
        return object("An error (RFC 9457)")
                .addProperty("type", text("urn:rechain-dao:problem: and the code"))
                .addProperty("title", text("The same for every occurrence"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("What is wrong this time"))
                .addProperty("code", text("What programs branch on"))
                .addProperty("traceId", text("What the server's log has it under"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(brokenRule()))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static Schema brokenRule() {
        return object("One broken rule")
                .addProperty("field", text("Where: a field, a parameter, a line"))
                .addProperty("rule", text("Which rule"))
                .addProperty("message", text("What is wrong, for people"))
                .required(List.of("field", "rule", "message"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    private static SecurityScheme accessToken() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("The access token of a sign-in");
    }

    private static Map<String, ProblemType> catalogue() {
        Map<String, ProblemType> catalogue = new LinkedHashMap<>();
        Stream.concat(Arrays.stream(PlatformProblem.values()), Arrays.stream(UserProblem.values()))
                .forEach(type -> catalogue.put(type.code(), type));
        return Map.copyOf(catalogue);
    }
}
