package com.rechain.dao.user.membership;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of members looks, for the API's description. */
@Schema(name = "PageMemberView")
record MemberPage(@Schema(required = true) List<MemberView> items, @Nullable String nextCursor) {}
