package com.rechain.dao.edge;

import java.util.List;

/**
 * Where the load balancer stands.
 *
 * @param vpcId the cluster's network
 * @param range the addresses in it
 * @param publicSubnetIds one in each of two or more zones
 * @param cloudFront the id of the list of addresses CloudFront comes from
 */
record Network(String vpcId, String range, List<String> publicSubnetIds, String cloudFront) {}
