package io.shiporskip.command.sample;

import io.shiporskip.command.Command;
import io.shiporskip.command.Refusal;
import io.shiporskip.command.community.CastCommunityVote;
import io.shiporskip.command.comparison.PublishComparison;
import io.shiporskip.command.dispatch.Commands;
import io.shiporskip.command.sample.Sample.SampleTool;
import io.shiporskip.edge.access.Actor;
import io.shiporskip.edge.visitor.VisitorId;
import io.shiporskip.edge.visitor.Visitors;
import io.shiporskip.events.tool.ToolId;
import io.shiporskip.events.verdict.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the sample, command by command. Each of them writes nothing where it has been done already, so a load that was
 * cut off is completed by loading again.
 */
final class SampleLoader {

    /** Who wrote the sample, as its events' metadata says. */
    static final Actor SAMPLE = new Actor("sample");

    private static final int AT_ONCE = 64;
    private static final Logger LOG = LoggerFactory.getLogger(SampleLoader.class);

    private final Commands commands;
    private final Visitors visitors;
    private final SampleVoters voters = new SampleVoters();

    SampleLoader(Commands commands, Visitors visitors) {
        this.commands = commands;
        this.visitors = visitors;
    }

    void load(Sample sample) {
        sample.tools().forEach(this::list);
        sample.tools().forEach(this::takes);
        sendTogether(votes(sample));
        sample.comparisons().forEach(comparison -> send(new PublishComparison(comparison)));
        LOG.info("The sample data is complete: {} tools", sample.tools().size());
    }

    private void list(SampleTool sample) {
        try {
            send(sample.tool().command());
        } catch (Refusal refusal) {
            if (refusal.reason() != Refusal.Reason.ALREADY_LISTED) {
                throw refusal;
            }
        }
    }

    private void takes(SampleTool sample) {
        ToolId tool = new ToolId(sample.tool().slug());
        new TreeMap<>(sample.takes()).forEach((seat, take) -> send(take.command(tool, seat)));
    }

    private List<Command> votes(Sample sample) {
        List<Command> votes = new ArrayList<>();
        for (SampleTool each : sample.tools()) {
            ToolId tool = new ToolId(each.tool().slug());
            int ships = each.ships();
            for (VisitorId visitor : voters.of(tool.slug(), ships + each.skips())) {
                Choice choice = ships-- > 0 ? Choice.SHIP : Choice.SKIP;
                votes.add(new CastCommunityVote(tool, visitors.voter(visitor, tool), choice));
            }
        }
        return votes;
    }

    /** Commands that wait at the same time share a block of the log, which is what makes a first start quick. */
    private void sendTogether(List<Command> all) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            CompletableFuture.allOf(all.stream()
                            .map(command -> CompletableFuture.runAsync(() -> send(command), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private void send(Command command) {
        commands.send(command, SAMPLE);
    }
}
