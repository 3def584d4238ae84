using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>Endpoints through which a bucket is reached are endpoints of S3.</summary>
internal sealed class EndpointsOfBucketsAreOfS3 : Rule<GuardedBucketSettings>
{
    /// <inheritdoc/>
    protected override void Check(GuardedBucketSettings bucket, SettingsNode at, StackSettings stack)
    {
        foreach (var key in bucket.Endpoints)
        {
            if (stack.Endpoints.TryGetValue(key, out var endpoints)
                && !endpoints.Made.Contains(EndpointService.S3)
                && endpoints.IdOf(EndpointService.S3) is null)
            {
                at.Key("endpoints")!.Report($"endpoints.{key} has none of s3: add it to its services, or to existing");
            }
        }
    }
}
