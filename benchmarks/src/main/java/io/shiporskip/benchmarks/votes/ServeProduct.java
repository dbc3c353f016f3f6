package io.shiporskip.benchmarks.votes;

import io.shiporskip.benchmarks.process.Child;
import io.shiporskip.benchmarks.product.Filling;
import io.shiporskip.benchmarks.product.Product;
import io.shiporskip.benchmarks.product.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The product in a process of its own, over a store of its own; started by the benchmark. */
@Command(name = "serve-product", hidden = true)
public final class ServeProduct implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        try (Product product = Product.start(Store.open())) {
            Filling.begin(product, 1);
            product.awaitFolded();
            Child.serve(Integer.toString(product.site().port()));
        }
        return 0;
    }
}
