/** The public API as a program outside sees it: for demo data, whole-suite tests and benchmarks. */
@NullMarked
package com.rechain.dao.devstack.client;

import org.jspecify.annotations.NullMarked;
