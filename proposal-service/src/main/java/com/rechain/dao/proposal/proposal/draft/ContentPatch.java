package com.rechain.dao.proposal.proposal.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.proposal.proposal.ProposalContent;
import com.rechain.dao.proposal.proposal.Wording;
import com.rechain.dao.tally.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Applies an edit as a JSON merge patch (RFC 7396): members given replace, null takes away, the
 * rest stays. The outcome is read like a new draft, so an edit can reach nothing that writing anew
 * could not.
 */
@ApplicationScoped
public class ContentPatch {
    private final ObjectMapper json;

    ContentPatch(ObjectMapper json) {
        this.json = json;
    }

    /**
     * {@code wording} with {@code patch} applied.
     *
     * @throws JsonProcessingException when a member is unknown or of the wrong type
     */
    public ProposalContent apply(JsonNode patch, Wording wording) throws JsonProcessingException {
        if (!(patch instanceof ObjectNode changes)) {
            throw new ProblemException(
                    PlatformProblem.MALFORMED_REQUEST.with("The body must be a JSON object."));
        }
        ObjectNode whole = json.valueToTree(contentOf(wording));
        return json.treeToValue(merge(whole, changes), ProposalContent.class);
    }

    /** What {@code wording} was made from. */
    static ProposalContent contentOf(Wording wording) {
        return new ProposalContent(
                wording.title(),
                wording.body(),
                wording.system(),
                wording.choices(),
                wording.rules() == null ? null : StrictJson.parse(wording.rules()).orElseThrow(),
                wording.startsAt(),
                wording.endsAt(),
                wording.labels(),
                wording.plan().isEmpty() ? null : wording.plan().actionsJson(),
                wording.plan().timelockJson());
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            JsonNode present = target.get(change.getKey());
            if (change.getValue().isNull() && present != null) {
                target.remove(change.getKey());
            } else if (change.getValue() instanceof ObjectNode part) {
                ObjectNode base =
                        present instanceof ObjectNode object ? object : target.objectNode();
                target.set(change.getKey(), merge(base, part));
            } else {
                target.set(change.getKey(), change.getValue());
            }
        }
        return target;
    }
}
