package com.rechain.dao.gateway.balance;

/** The ways to balance that configuration can name. */
public enum BalanceStrategy {
    ROUND_ROBIN {
        @Override
        public Balancer balancer() {
            return new RoundRobin();
        }
    },
    LEAST_REQUESTS {
        @Override
        public Balancer balancer() {
            return new LeastRequests();
        }
    },
    POWER_OF_TWO {
        @Override
        public Balancer balancer() {
            return new PowerOfTwo();
        }
    };

    /** A new balancer of this kind, with a state of its own. */
    public abstract Balancer balancer();
}
