package io.shiporskip.command;

import io.shiporskip.edge.HttpEdge;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** All of the command side, for its own process or for one that holds both sides. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import(HttpEdge.class)
@PropertySource("classpath:io/shiporskip/command/command-side.properties")
public class CommandSide {}
