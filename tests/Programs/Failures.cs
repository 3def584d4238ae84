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
}
