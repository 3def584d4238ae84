using System.Globalization;
using Pulumi;

namespace SageMakerIam.Bench;

/// <summary>The program that registers bare resources and nothing else.</summary>
internal static class BareProgram
{
    /// <summary>The first argument that runs it.</summary>
    public const string Word = "bare";

    /// <summary>Registers as many as the argument says.</summary>
    public static Task<int> RunAsync(string resources) =>
        Deployment.RunAsync(() => Team.RegisterBare(int.Parse(resources, CultureInfo.InvariantCulture)));
}
