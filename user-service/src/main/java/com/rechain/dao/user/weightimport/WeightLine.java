package com.rechain.dao.user.weightimport;

import com.rechain.dao.user.weight.Weight;

/**
 * One weight to set.
 *
 * @param place where it was read, such as {@code line 17}
 */
record WeightLine(String place, MemberReference member, Weight weight) {}
