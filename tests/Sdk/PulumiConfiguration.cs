namespace SageMakerIam.Tests.Sdk;

/// <summary>Configuration is read from the environment, which is the whole process's: nothing else runs beside these tests.</summary>
[CollectionDefinition(nameof(PulumiConfiguration), DisableParallelization = true)]
public class PulumiConfiguration;
