package io.shiporskip.edge.word;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lets a handler take an enum as a parameter by the word that JSON has for it, and by no other. */
@Configuration(proxyBeanMethods = false)
class EnumWords implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new ByJsonWord());
    }

    private static final class ByJsonWord implements ConverterFactory<String, Enum<?>> {

        private static final JsonMapper JSON = JsonMapper.shared();

        @Override
        public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
            return word -> {
                try {
                    return JSON.convertValue(word, type);
                } catch (JacksonException unknown) {
                    throw new IllegalArgumentException("No " + type.getSimpleName() + " is called " + word);
                }
            };
        }
    }
}
