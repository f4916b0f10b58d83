/** Child processes: started, watched, signalled and, whatever happens to the launcher, ended. */
@NullMarked
package com.rechain.dao.devstack.process;

import org.jspecify.annotations.NullMarked;
