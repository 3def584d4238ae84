using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using Proof.Processes;
using Proof.Report;
using Rehearsal.StackFiles;

namespace Rehearsal.Report;

/// <summary>Finds what a report rests on.</summary>
internal static class Origin
{
    /// <summary>What the report of a stack rests on.</summary>
    /// <param name="argument">The stack file.</param>
    /// <param name="account">Where what was judged came from, in words.</param>
    /// <param name="limits">What stood in for the real thing.</param>
    /// <param name="engine">The engine that played it, in words; null for none.</param>
    /// <param name="files">What was read beside the stack file and its contract.</param>
    public static Provenance Of(
        StackArgument argument, string account, ImmutableArray<string> limits, string? engine, params IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(argument);
        var file = argument.Config.Path;
        return new Provenance(
            DateTimeOffset.UtcNow, account, Version(engine), Commit(Path.GetDirectoryName(Path.GetFullPath(file))!),
            [file, ContractFile.Beside(file), .. files], limits);
    }

    private static string Version(string? engine)
    {
        var assembly = typeof(Origin).Assembly;
        var sdk = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "PulumiSdk").Value;
        return $"rehearse {assembly.GetName().Version!.ToString(3)}, on the Pulumi SDK from {sdk}"
            + (engine is null ? "" : $", played by {engine}");
    }

    private static string Commit(string folder)
    {
        if (Git(folder, "rev-parse", "HEAD") is not { } commit)
        {
            return "not known: the stack file is in no Git repository that could be asked";
        }

        return Git(folder, "status", "--porcelain") is "" ? commit : $"{commit}, with changes that are not committed";
    }

    /// <summary>What git prints; null where it is not there, or has nothing to say of the folder.</summary>
    private static string? Git(string folder, params IEnumerable<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", ["-C", folder, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var git = StartedProcess.Start(start, "git");
            var printed = git.Process.StandardOutput.ReadToEndAsync();
            if (!git.Process.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                git.End();
                return null;
            }

            return git.Process.ExitCode == 0 ? printed.Result.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
