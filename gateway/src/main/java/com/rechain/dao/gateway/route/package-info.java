/**
 * What is public: paths that can mean one thing only, and the table that gives each to a service.
 */
@NullMarked
package com.rechain.dao.gateway.route;

import org.jspecify.annotations.NullMarked;
