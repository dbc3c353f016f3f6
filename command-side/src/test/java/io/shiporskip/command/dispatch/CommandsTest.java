package io.shiporskip.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shiporskip.command.Command;
import io.shiporskip.command.log.TestCommandLog;
import io.shiporskip.edge.access.Actor;
import io.shiporskip.log.append.BusyException;
import io.shiporskip.log.append.UnknownOutcomeException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a command whose decision could not be written. */
class CommandsTest {

    private static final Actor EDITOR = Actor.EDITOR;

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final AtomicInteger decisions = new AtomicInteger();
    private TestCommandLog server;
    private Commands commands;

    /** A command of a stream that stays empty. */
    private record Ask() implements Command {
        @Override
        public String stream() {
            return "tool:asked";
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        server = new TestCommandLog(folder);
        commands = new Commands(DefaultCommandGateway.builder().commandBus(bus).build(), server.log());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aLostRaceIsDecidedAgain() {
        bus.subscribe(Ask.class.getName(), _ -> switch (decisions.incrementAndGet()) {
            case 1 -> throw new AggregateStreamCreationException("another created it");
            case 2 -> throw new ConcurrencyException("another wrote to it");
            default -> -1L;
        });
        assertThat(commands.send(new Ask(), EDITOR)).isEqualTo(new Accepted(0));
        assertThat(decisions).hasValue(3);
    }

    @Test
    void manyLostRacesInARowAreBusyAndNoEndlessLoop() {
        bus.subscribe(Ask.class.getName(), _ -> {
            decisions.incrementAndGet();
            throw new ConcurrencyException("another wrote to it");
        });
        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> commands.send(new Ask(), EDITOR));
        assertThat(decisions).hasValueBetween(2, 10);
    }

    @Test
    void whatMayHaveBeenWrittenIsNeverDecidedAgain() {
        bus.subscribe(Ask.class.getName(), _ -> {
            decisions.incrementAndGet();
            throw new UnknownOutcomeException("some commit");
        });
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> commands.send(new Ask(), EDITOR));
        assertThat(decisions).hasValue(1);
    }
}
