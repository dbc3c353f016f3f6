package io.shiporskip.command.register;

import io.shiporskip.command.log.CommandDatabase;
import io.shiporskip.command.log.CommandLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register and the thread that keeps it. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    ToolRegister toolRegister() {
        return new ToolRegister();
    }

    @Bean
    RegisterFollower registerFollower(ToolRegister register, CommandLog log, CommandDatabase database) {
        return new RegisterFollower(register, log, new RegisterCheckpoint(database, log.reader()));
    }

    @Bean
    ListedToolsGate listedToolsGate(ToolRegister register, CommandLog log) {
        return new ListedToolsGate(new ListedTools(register, log.reader()));
    }
}
