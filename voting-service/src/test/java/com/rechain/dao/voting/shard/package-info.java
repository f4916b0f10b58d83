/** What must hold so that the schema can be spread over shards. */
@NullMarked
package com.rechain.dao.voting.shard;

import org.jspecify.annotations.NullMarked;
