package com.rechain.dao.user.membership;

import com.rechain.dao.platform.paging.Cursor;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.replica.ReplicaReads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members to look at, read from the replica. */
@ApplicationScoped
public class MemberReads {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ReplicaReads reads;

    MemberReads(ReplicaReads reads) {
        this.reads = reads;
    }

    /** A page of the members of a space, by id. */
    public Page<MemberView> list(UUID spaceId, int limit, @Nullable String cursor) {
        UUID after = cursor == null ? BEFORE_ALL : Cursor.decode(cursor, 1).uuid(0);
        List<MemberView> rows = reads.read(c -> MemberRows.list(c, spaceId, after, limit + 1));
        return Page.of(rows, limit, row -> Cursor.encode(row.userId()));
    }
}
