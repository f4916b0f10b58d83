package com.rechain.dao.voting.electorate;

import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.answer.ReadyResponses;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.space.SpaceVisibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends ready answers about a box; those about a private space's are kept by nobody. */
@ApplicationScoped
public class BoxAnswers {
    private final SpaceVisibility visibility;
    private final ReadyResponses responses;

    BoxAnswers(SpaceVisibility visibility, ReadyResponses responses) {
        this.visibility = visibility;
        this.responses = responses;
    }

    public Response of(Box box, ReadyAnswer answer, @Nullable String ifNoneMatch) {
        return visibility.isPrivate(box.spaceId())
                ? responses.unkept(answer, ifNoneMatch).build()
                : responses.shared(answer, ifNoneMatch, tags(box)).build();
    }

    private static List<String> tags(Box box) {
        return List.of(Tags.of("proposal", box.proposalId()), SpaceVisibility.tag(box.spaceId()));
    }
}
