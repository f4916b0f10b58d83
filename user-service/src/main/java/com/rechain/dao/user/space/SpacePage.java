package com.rechain.dao.user.space;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of spaces looks, for the API's description. */
@Schema(name = "SpacePage")
record SpacePage(@Schema(required = true) List<SpaceView> items, @Nullable String nextCursor) {}
