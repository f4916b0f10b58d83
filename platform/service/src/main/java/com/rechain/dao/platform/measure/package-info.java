/**
 * What a service measures where no framework does: statements, their failures, what ran out of
 * time.
 */
@NullMarked
package com.rechain.dao.platform.measure;

import org.jspecify.annotations.NullMarked;
