/** One API description for the suite and the page that shows it, both without the internet. */
@NullMarked
package com.rechain.dao.gateway.openapi;

import org.jspecify.annotations.NullMarked;
