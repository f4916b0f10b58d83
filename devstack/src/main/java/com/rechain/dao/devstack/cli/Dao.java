package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.LaunchException;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * The commands behind {@code ./dao} that need Java. Exits with 0, 1 for a failure, 2 for wrong
 * usage.
 */
@Command(
        name = "./dao",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            CachesCommand.class,
            ResetCommand.class
        })
public final class Dao {

    private Dao() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Dao())
                .registerConverter(ServiceName.class, new ServiceNames())
                .setExecutionExceptionHandler(Dao::explain);
    }

    private static int explain(Exception failure, CommandLine commandLine, ParseResult parsed)
            throws Exception {
        if (failure instanceof LaunchException launch) {
            commandLine.getErr().println(launch.sentence());
            return 1;
        }
        throw failure;
    }

    /** Reads a service's name as people write it. */
    private static final class ServiceNames implements ITypeConverter<ServiceName> {
        @Override
        public ServiceName convert(String text) {
            return ServiceName.named(text)
                    .orElseThrow(() -> new TypeConversionException("the services are " + known()));
        }

        private static String known() {
            return Arrays.stream(ServiceName.values())
                    .map(ServiceName::text)
                    .collect(Collectors.joining(", "));
        }
    }
}
