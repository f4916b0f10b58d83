package com.rechain.dao.gateway.upstream;

import com.rechain.dao.gateway.balance.BalanceStrategy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;

/** Where the services are and how requests are spread over their instances. */
@ConfigMapping(prefix = "dao.gateway")
public interface ServicesConfig {
    /** Instances of user-service; see {@link InstanceSpec} for the form. */
    @WithDefault("http://127.0.0.1:8110;health=http://127.0.0.1:9110/q/health/ready")
    @NotEmpty
    List<String> userService();

    /** Instances of proposal-service. */
    @WithDefault("http://127.0.0.1:8120;health=http://127.0.0.1:9120/q/health/ready")
    @NotEmpty
    List<String> proposalService();

    /** Instances of voting-service. */
    @WithDefault("http://127.0.0.1:8130;health=http://127.0.0.1:9130/q/health/ready")
    @NotEmpty
    List<String> votingService();

    BalanceConfig balance();

    /** The port of instances whose entry names no health address; the host is the instance's. */
    @WithDefault("9000")
    @Min(1)
    @Max(65535)
    int managementPort();

    /** How often the names of {@code dns:} entries are resolved again. */
    @WithDefault("PT3S")
    @DurationMin(millis = 100)
    Duration resolveEvery();

    /** How the requests of each service are spread. */
    interface BalanceConfig {
        @WithDefault("LEAST_REQUESTS")
        BalanceStrategy userService();

        @WithDefault("LEAST_REQUESTS")
        BalanceStrategy proposalService();

        @WithDefault("LEAST_REQUESTS")
        BalanceStrategy votingService();
    }
}
