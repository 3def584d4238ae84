using Pulumi;
using Pulumi.Aws.Iam;

namespace SageMakerIam.Tests.Programs;

/// <summary>Programs that end badly.</summary>
internal static class Failures
{
    public static void ThrowRunException() => throw new RunException("the settings are wrong");

    public static void ThrowArgumentException() => throw new ArgumentException("nobody saw this coming");

    public static void LogError()
    {
        _ = new User("deployer");
        Log.Error("the user has no policy");
    }

    public static void LeaveOutAnInput() => _ = new AccessKey("key", new AccessKeyArgs());

    public static void EndTheProcess() => Environment.Exit(1);

    /// <summary>Goes on to talk to its engine when it has ended, as the official SDK does in its last words.</summary>
    public static void LogOnAndOn() => _ = Task.Run(async () =>
    {
        for (var i = 0; i < 1_000; i++)
        {
            Log.Info("said by a program that has ended");
            await Task.Delay(1);
        }
    });
}
