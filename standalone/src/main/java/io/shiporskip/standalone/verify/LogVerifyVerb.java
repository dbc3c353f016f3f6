package io.shiporskip.standalone.verify;

import com.mongodb.MongoException;
import io.shiporskip.command.verification.ReadableEvents;
import io.shiporskip.log.transfer.BadLineException;
import io.shiporskip.log.transfer.Lines;
import io.shiporskip.log.verify.KnownHead;
import io.shiporskip.log.verify.LogVerification;
import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.server.LogDatabase;
import io.shiporskip.standalone.server.ServerOptions;
import io.shiporskip.standalone.terminal.ExitCodes;
import io.shiporskip.standalone.terminal.OperatorException;
import io.shiporskip.standalone.terminal.ProgressLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code log verify}: over a server that runs, or straight on a data folder that none holds. */
@Command(
        name = "verify",
        description = {
            "Reads the whole log and checks that it is what was written: positions without a gap, each event once,",
            "no hole in any stream, payloads that read, and the chain of hashes from the first block on. Names each",
            "block that is not, and ends with 1."
        })
public final class LogVerifyVerb implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--head",
            paramLabel = "POSITION:HASH",
            converter = HeadConverter.class,
            description = "A head that was written down before: the log must lead through it.")
    private @Nullable KnownHead head;

    static final class HeadConverter implements ITypeConverter<KnownHead> {
        @Override
        public KnownHead convert(String text) {
            return KnownHead.of(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is not POSITION:HASH"));
        }
    }

    @Override
    public Integer call() {
        Optional<Api> running = server.running();
        try (ProgressLine progress = new ProgressLine()) {
            Findings findings = running.isPresent() ? asked(running.get(), progress) : read(progress);
            progress.wipe();
            findings.print(System.out);
            return findings.sound() ? ExitCodes.OK : ExitCodes.FAILED;
        } catch (MongoException e) {
            throw new OperatorException("The database does not answer: " + e.getMessage());
        }
    }

    private Findings asked(Api api, ProgressLine progress) {
        progress.show("The server reads its log …");
        return api.postForLines(
                "/api/log/verifications" + (head == null ? "" : "?head=" + head), body -> findings(body, progress));
    }

    private static Findings findings(InputStream body, ProgressLine progress) throws IOException {
        Lines lines = new Lines(body);
        try {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                JsonNode said = JSON.readTree(line.get());
                if (said.has("report")) {
                    return Findings.of(said.get("report"));
                }
                show(progress, said.path("done").asLong(0), said.path("total").asLong(0));
            }
        } catch (BadLineException cutOff) {
            // A server that dies leaves half a line; that is no other end than none.
        }
        throw new OperatorException("The server stopped before it had read all of its log; ask it again.");
    }

    private Findings read(ProgressLine progress) {
        server.requireData();
        try (LogDatabase log = LogDatabase.open(server.data())) {
            LogVerification verification = new LogVerification(log.database(), new ReadableEvents(), head);
            return Findings.of(verification.run((done, total) -> show(progress, done, total)));
        }
    }

    private static void show(ProgressLine progress, long done, long total) {
        progress.show("Read " + done + " of " + total + " positions, " + (total - done) + " left");
    }
}
