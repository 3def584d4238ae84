using System.Diagnostics;
using Rehearsal.Emulation;
using Rehearsal.Providers.Aws.Calls;

namespace SageMakerIam.Tests.Rehearsal.Faults;

/// <summary><c>./rehearse</c> over a given emulated AWS (<c>--endpoint URL</c>) that is not well.</summary>
[Collection(CommandLineTests.Name)]
public sealed class FaultyEndpointTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("faulty").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task WholeLife_WhereTheFirstAnswerToEachActionIsLost_Holds()
    {
        await using var proxy = await FaultyProxy.StartAsync(
            await EmulatedAwsFixture.WithAwsPoliciesAsync(), (_, call) => call == 1 ? Fault.LostAnswer : null);

        var (exit, text) = await RehearseCommand.RunAsync(StackInAnAccountOfItsOwn(), "--endpoint", proxy.Endpoint.ToString());

        exit.Should().Be(0, text);
        text.Should().Contain("All held.").And.MatchRegex("read, [0-9]+ repeated");
    }

    [Fact]
    public async Task EndpointThatIsSlowToComeUp_IsAskedAgain()
    {
        await using var proxy = await FaultyProxy.StartAsync(
            await EmulatedAwsFixture.WithAwsPoliciesAsync(), (_, call) => call == 1 ? Fault.Reset : call == 2 ? Fault.Unavailable : null);

        await EmulatorEndpoint.CheckAsync(proxy.Endpoint, "--endpoint", CancellationToken.None);
    }

    [Fact]
    public async Task AwsThatAnswersNothing_IsOneLine_AndNothingIsLeftRunning()
    {
        await using var proxy = await FaultyProxy.StartAsync(
            await EmulatedAwsFixture.WithAwsPoliciesAsync(), (action, _) => action.StartsWith('/') ? null : Fault.Silence);
        var mark = Guid.NewGuid().ToString();
        string[] command = [Path.Combine(AppContext.BaseDirectory, "Rehearsal.dll"), StackInAnAccountOfItsOwn(), "--endpoint"];
        var start = new ProcessStartInfo("dotnet", [.. command, proxy.Endpoint.ToString()]) { RedirectStandardOutput = true };
        start.Environment[AwsLimits.Variable] = "2";
        start.Environment["REHEARSAL_OF_A_TEST"] = mark;

        using var rehearsal = Process.Start(start)!;
        var text = await rehearsal.StandardOutput.ReadToEndAsync();
        await rehearsal.WaitForExitAsync();

        rehearsal.ExitCode.Should().Be(1, text);
        text.Split('\n').Where(line => line.Length > 0).Should().ContainSingle(line => line.StartsWith("error:", StringComparison.Ordinal))
            .Which.Should().Match($"error: *: no answer from {proxy.Endpoint} (* attempts): none in time*");
        await WaitUntilNothingBearsAsync(mark);
    }

    /// <summary>Waits until no process has a mark in its environment; the test hangs where one stays.</summary>
    private static async Task WaitUntilNothingBearsAsync(string mark)
    {
        while (Directory.Exists("/proc") && Directory.GetDirectories("/proc").Any(process => Bears(process, mark)))
        {
            await Task.Delay(100);
        }
    }

    private static bool Bears(string process, string mark)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ")).Contains(mark, StringComparison.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string StackInAnAccountOfItsOwn()
    {
        var file = Path.Combine(folder, "Pulumi.dev.yaml");
        var dev = Path.Combine(RepositoryFolder.Path, "Pulumi.dev.yaml");
        File.WriteAllText(file, $"{File.ReadAllText(dev).TrimEnd()}\n  aws:allowedAccountIds: ['{EmulatedAwsFixture.NewAccount()}']\n");
        File.Copy(Path.ChangeExtension(dev, ".access.yaml"), Path.ChangeExtension(file, ".access.yaml"), overwrite: true);
        return file;
    }
}
