package com.rechain.dao.proposal;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.problem.ProblemType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Prints the catalogue of errors into the API's description: every refusal is a problem with one of
 * its codes.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String REFERENCE = "#/components/schemas/" + PROBLEM;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema(PROBLEM, problem());
    }

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().values().forEach(ApiDescription::describeRefusals);
        return path;
    }

    private static void describeRefusals(Operation operation) {
        for (Map.Entry<String, APIResponse> response :
                operation.getResponses().getAPIResponses().entrySet()) {
            if (response.getKey().startsWith("4") || response.getKey().startsWith("5")) {
                response.getValue().setContent(content());
            }
        }
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(REFERENCE)));
    }

    private static Schema problem() {
        return of(SchemaType.OBJECT, "An error (RFC 9457)")
                .addProperty("type", of(SchemaType.STRING, "urn:rechain-dao:problem: and the code"))
                .addProperty("title", of(SchemaType.STRING, "The same for every occurrence"))
                .addProperty("status", of(SchemaType.INTEGER, "The HTTP status"))
                .addProperty("detail", of(SchemaType.STRING, "What is wrong this time"))
                .addProperty(
                        "code",
                        of(SchemaType.STRING, "What programs branch on").enumeration(codes()))
                .addProperty("traceId", of(SchemaType.STRING, "What the server's log has it under"))
                .addProperty("errors", of(SchemaType.ARRAY, "The broken rules").items(brokenRule()))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static Schema brokenRule() {
        return of(SchemaType.OBJECT, "One broken rule")
                .addProperty(
                        "field", of(SchemaType.STRING, "Where: a field, a parameter, a header"))
                .addProperty("rule", of(SchemaType.STRING, "Which rule"))
                .addProperty("message", of(SchemaType.STRING, "What is wrong, for people"))
                .required(List.of("field", "rule", "message"));
    }

    private static List<Object> codes() {
        return Stream.<ProblemType>concat(
                        Arrays.stream(PlatformProblem.values()),
                        Arrays.stream(ProposalProblem.values()))
                .<Object>map(ProblemType::code)
                .sorted()
                .toList();
    }

    private static Schema of(SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
