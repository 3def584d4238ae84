using System.Runtime.CompilerServices;
using Rehearsal.Providers.Aws.Calls;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>Lets no test fail because the machine is busy with the others: the emulated AWS may take as long as it needs.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Have() => Environment.SetEnvironmentVariable(AwsLimits.Variable, "300");
}
