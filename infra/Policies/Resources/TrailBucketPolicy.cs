using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Resources;

/// <summary>The policy of the bucket that a trail writes into: for CloudTrail alone, and for this trail alone.</summary>
/// <remarks>AWS CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".</remarks>
internal static class TrailBucketPolicy
{
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="trail">The trail's name.</param>
    /// <param name="account">The account and region that both are in.</param>
    public static PolicyDocument Document(string bucket, string trail, AwsAccount account)
    {
        var cloudTrail = Principal.Service("cloudtrail.amazonaws.com");
        // Without it, a trail of another account could fill the bucket.
        var isTheTrail = Condition.StringEquals("aws:SourceArn", account.Regional("cloudtrail", $"trail/{trail}"));
        return new(
        [
            new Statement
            {
                Sid = "TrailLooksUp",
                Principal = cloudTrail,
                Actions = ["s3:GetBucketAcl"],
                Resources = [account.Bucket(bucket)],
                Conditions = [isTheTrail],
            },
            new Statement
            {
                Sid = "TrailWrites",
                Principal = cloudTrail,
                Actions = ["s3:PutObject"],
                Resources = [account.Objects(bucket, $"AWSLogs/{account.AccountId}/")],
                // What it writes is the bucket's owner's, which the bucket sees to: no need to ask for the access control list.
                Conditions = [isTheTrail],
            },
            .. InsecureConnections.Denied("Trail", account.Bucket(bucket)),
        ]);
    }
}
